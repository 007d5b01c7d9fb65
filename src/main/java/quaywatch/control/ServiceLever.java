package quaywatch.control;

import quaywatch.control.Lever.Sent;

/** The way to units and containers. Blocks for seconds at most; safe to use from several threads. */
public interface ServiceLever {

    /** Reaches nothing. */
    ServiceLever NONE = _ -> new Sent.Failed("no services here");

    /** Asks whoever runs the service to stop it, and does not wait until it has stopped. */
    Sent stop(Service service);
}
