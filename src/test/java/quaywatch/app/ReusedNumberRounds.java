package quaywatch.app;

import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import quaywatch.control.Child;
import quaywatch.model.ProcessId;

/**
 * Rounds of a process that ends while its plan is open in the real window, and an innocent one that gets its number and its socket before the
 * plan is confirmed. Runs as the first process of a pid namespace and prints a line for each round.
 */
public final class ReusedNumberRounds {

    private ReusedNumberRounds() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Stage stage = FxToolkit.registerPrimaryStage();
        RealWindow window = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> RealWindow.open(stage));
        try (Child maker = Child.start("reuse.py")) {
            int port = Integer.parseInt(maker.line().split(" ")[0]);
            for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
                System.out.println(round(window, maker, port, i == 0));
            }
        } finally {
            WaitForAsyncUtils.asyncFx(window::close).get(20, TimeUnit.SECONDS);
            Platform.exit();
        }
    }

    private static String round(RealWindow window, Child maker, int port, boolean first) throws Exception {
        maker.say("spawn");
        long pid = Long.parseLong(maker.line());
        if (first) {
            window.find(port);
        }
        window.awaitHolders(new ProcessId(pid, Child.startTime(pid)));
        window.openPlan();
        maker.say("respawn");
        boolean reused = Long.parseLong(maker.line()) == pid;
        String outcome = window.confirm().replaceAll("\\b" + pid + "\\b", "PID").replaceAll("python3 [0-9]+", "python3 PARENT")
                .replaceAll("\\b" + port + "\\b", "PORT").replace('\n',
                        ' ');
        maker.say("state");
        String state = maker.line();
        window.leaveDialog();
        maker.say("end");
        maker.line();
        return (reused ? "reused" : "not reused") + " | " + state + " | " + outcome;
    }
}
