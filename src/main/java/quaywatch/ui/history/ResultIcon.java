package quaywatch.ui.history;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

import quaywatch.control.Deed;
import quaywatch.ui.theme.Icons;

/** The icon beside the word for how a deed ended. */
final class ResultIcon {

    private ResultIcon() {}

    static FontIcon of(Deed deed) {
        return switch (deed.result()) {
            case ENDED, ALREADY_GONE -> Icons.of(MaterialDesignC.CHECK_CIRCLE, "st-open");
            case STILL_RUNNING -> Icons.of(MaterialDesignP.PROGRESS_CLOCK, "st-closing");
            case CANCELLED, DECLINED -> Icons.of(MaterialDesignC.CANCEL, "st-wait");
            case STILL_HELD, STILL_OPEN -> Icons.of(MaterialDesignA.ALERT, "st-closing");
            case RESPAWNED -> Icons.of(MaterialDesignR.RESTART, "st-closing");
            case NOT_PERMITTED, PID_REUSED, REFUSED, FAILED -> Icons.of(MaterialDesignC.CLOSE_CIRCLE, "st-stuck");
            case null -> Icons.of(MaterialDesignH.HELP_CIRCLE_OUTLINE, "st-wait");
        };
    }
}
