package quaywatch.ui.theme;

import java.util.Locale;
import java.util.Map;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.SocketState;

/** Which icon stands for which meaning. Colours come from the style sheets, by style class. */
public final class Icons {

    /** Names that are certain enough to carry a brand's or a kind's mark. */
    private static final Map<String, Ikon> BY_NAME = Map.ofEntries(Map.entry("firefox", MaterialDesignF.FIREFOX),
            Map.entry("node", MaterialDesignN.NODEJS),
            Map.entry("java", MaterialDesignL.LANGUAGE_JAVA), Map.entry("docker-proxy", MaterialDesignD.DOCKER),
            Map.entry("dockerd", MaterialDesignD.DOCKER),
            Map.entry("postgres", MaterialDesignD.DATABASE_OUTLINE), Map.entry("mysqld", MaterialDesignD.DATABASE_OUTLINE),
            Map.entry("mariadbd", MaterialDesignD.DATABASE_OUTLINE), Map.entry("redis-server", MaterialDesignD.DATABASE_OUTLINE),
            Map.entry("sshd", MaterialDesignS.SERVER_NETWORK), Map.entry("nginx", MaterialDesignW.WEB),
            Map.entry("caddy", MaterialDesignW.WEB),
            Map.entry("jupyter-lab", MaterialDesignN.NOTEBOOK_OUTLINE), Map.entry("bash", MaterialDesignC.CONSOLE),
            Map.entry("python3", MaterialDesignC.CONSOLE),
            Map.entry("python", MaterialDesignC.CONSOLE), Map.entry("curl", MaterialDesignC.CONSOLE));

    private Icons() {}

    public static FontIcon of(Ikon ikon, String... styles) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().addAll(styles);
        return icon;
    }

    public static Ikon exposure(Exposure exposure) {
        return switch (exposure) {
            case THIS_MACHINE -> MaterialDesignL.LAPTOP;
            case ONE_ADDRESS -> MaterialDesignL.LAN;
            case EVERY_INTERFACE -> MaterialDesignE.EARTH;
            case NAMESPACE -> MaterialDesignC.CUBE_OUTLINE;
        };
    }

    /** Which way a connection was opened. */
    public static Ikon direction(boolean incoming) {
        return incoming ? MaterialDesignA.ARROW_BOTTOM_LEFT : MaterialDesignA.ARROW_TOP_RIGHT;
    }

    /** The style class that colours an exposure's icon. */
    public static String style(Exposure exposure) {
        return "exp-" + exposure.name().toLowerCase(Locale.ROOT);
    }

    public static Ikon state(SocketState state) {
        return switch (state) {
            case LISTEN -> MaterialDesignR.RECORD_CIRCLE_OUTLINE;
            case ESTABLISHED, CONNECTED -> MaterialDesignS.SWAP_HORIZONTAL;
            case SYN_SENT, SYN_RECV -> MaterialDesignL.LAN_PENDING;
            case FIN_WAIT1, FIN_WAIT2, CLOSING, LAST_ACK, CLOSE -> MaterialDesignL.LOCATION_EXIT;
            case CLOSE_WAIT -> MaterialDesignA.ALERT_OUTLINE;
            case TIME_WAIT -> MaterialDesignT.TIMER_SAND;
            case BOUND -> MaterialDesignA.ANCHOR;
        };
    }

    /** As {@link #state(SocketState)}; a UDP socket that is bound is at its normal work, as a listener is. */
    public static Ikon state(SocketState state, boolean udp) {
        return udp && state == SocketState.BOUND ? MaterialDesignR.RECORD_CIRCLE_OUTLINE : state(state);
    }

    /** The style class suffix that colours a state: {@code st-open}. */
    public static String style(SocketState state, boolean udp) {
        return switch (state) {
            case LISTEN -> "listen";
            case ESTABLISHED, CONNECTED -> "open";
            case SYN_SENT, SYN_RECV -> "opening";
            case FIN_WAIT1, FIN_WAIT2, CLOSING, LAST_ACK, CLOSE -> "closing";
            case CLOSE_WAIT -> "stuck";
            case TIME_WAIT -> "wait";
            case BOUND -> udp ? "listen" : "bound";
        };
    }

    /** What kind of owner this is, at a glance. */
    public static Ikon owner(Owner owner, Evidence evidence) {
        if (evidence instanceof Evidence.Remembered) {
            return MaterialDesignH.HISTORY;
        }
        return switch (owner) {
            case Owner.Processes processes -> program(processes);
            case Owner.Service(Belonging belonging, _) -> belonging(belonging);
            case Owner.UserOnly _ -> MaterialDesignL.LOCK_OUTLINE;
            case Owner.Kernel _ -> MaterialDesignP.PENGUIN;
            case Owner.Unknown _ -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
        };
    }

    private static Ikon program(Owner.Processes processes) {
        Ikon known = BY_NAME.get(processes.first().name());
        if (known != null) {
            return known;
        }
        return switch (processes.first().belongsTo()) {
            case Belonging.Unit _ -> MaterialDesignA.APPLICATION_COG_OUTLINE;
            case Belonging.Container _ -> MaterialDesignC.CUBE_OUTLINE;
            case Belonging.StartedBy _ -> MaterialDesignA.APPLICATION_OUTLINE;
            case null -> MaterialDesignA.APPLICATION_OUTLINE;
        };
    }

    public static Ikon belonging(Belonging belonging) {
        return switch (belonging) {
            case Belonging.Unit _ -> MaterialDesignC.COG_OUTLINE;
            case Belonging.Container _ -> MaterialDesignC.CUBE_OUTLINE;
            case Belonging.StartedBy _ -> MaterialDesignC.CONSOLE;
        };
    }
}
