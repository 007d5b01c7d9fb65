package quaywatch.control;

import java.util.List;
import java.util.stream.Stream;

import quaywatch.model.ProcessFacts;

/** One way to stop what holds a port. */
public sealed interface Way {

    /** Which of the ways this is; no two of one plan have the same. */
    Kind kind();

    /** The processes that get a signal, in this order; those of a service are asked by whoever runs it. */
    List<ProcessFacts> signalled();

    /** The service is stopped by whoever runs it. */
    record Stop(Service service) implements Way {

        @Override
        public Kind kind() {
            return Kind.SERVICE;
        }

        @Override
        public List<ProcessFacts> signalled() {
            return List.of();
        }
    }

    /** The holders of the port get SIGTERM, a parent before its children. */
    record Ask(List<ProcessFacts> holders) implements Way {

        public Ask {
            holders = List.copyOf(holders);
        }

        @Override
        public Kind kind() {
            return Kind.PROCESS;
        }

        @Override
        public List<ProcessFacts> signalled() {
            return holders;
        }
    }

    /** Those who would start the holders again get SIGTERM first, the outermost before the others, and then the holders. */
    record AskKeepers(List<ProcessFacts> keepers, List<ProcessFacts> holders) implements Way {

        public AskKeepers {
            keepers = List.copyOf(keepers);
            holders = List.copyOf(holders);
        }

        @Override
        public Kind kind() {
            return Kind.PARENT;
        }

        @Override
        public List<ProcessFacts> signalled() {
            return Stream.concat(keepers.stream(), holders.stream()).toList();
        }
    }

    /** The holders and all processes below them get SIGTERM. */
    record AskTree(List<ProcessFacts> holders, List<ProcessFacts> children) implements Way {

        public AskTree {
            holders = List.copyOf(holders);
            children = List.copyOf(children);
        }

        @Override
        public Kind kind() {
            return Kind.TREE;
        }

        @Override
        public List<ProcessFacts> signalled() {
            return Stream.concat(holders.stream(), children.stream()).toList();
        }
    }

    /**
     * The holders get SIGTERM with an administrator's consent, asked for each: they are another user's, or it is only probable that they hold
     * the port. Whether they do is checked with his rights.
     */
    record AskAdministrator(List<ProcessFacts> holders) implements Way {

        public AskAdministrator {
            holders = List.copyOf(holders);
        }

        @Override
        public Kind kind() {
            return Kind.ADMINISTRATOR;
        }

        @Override
        public List<ProcessFacts> signalled() {
            return holders;
        }
    }

    /** The ways by the words that choose one on the command line. */
    enum Kind {
        SERVICE, PROCESS, PARENT, TREE, ADMINISTRATOR
    }
}
