package quaywatch.query;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import quaywatch.model.PortRange;
import quaywatch.model.ServiceNames;
import quaywatch.model.User;

/**
 * What a query can name that is another thing on each machine.
 *
 * @param names      what ports are registered for
 * @param ephemeral  {@code port:ephemeral}: the ports the kernel gives to clients; null where that is not known
 * @param me         {@code user:=me}: who runs the program; null where that is not known
 * @param clock      tells today from yesterday, in the zone that times of day are written in
 */
public record Here(ServiceNames names, @Nullable PortRange ephemeral, @Nullable User me, Clock clock) {}
