package quaywatch.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is told of commands and options beyond what is needed to read them. Made for help and manuals only, so that no other start waits for it. */
interface Detail {

    /** Tells nothing more. */
    Detail NONE = new Detail() {
        @Override
        public void add(OptionSpec.Builder option) {
            // Nothing more.
        }

        @Override
        public void add(CommandSpec command) {
            // Nothing more.
        }
    };

    void add(OptionSpec.Builder option);

    /** Called with its name set, before it has options. */
    void add(CommandSpec command);
}
