/**
 * Freeing ports that real supervisors look after: systemd, Podman, supervisord, nodemon, node --watch, pm2. Each in a small machine of its own
 * ({@code src/test/python/cage.py}). Run by {@code ./dev test supervisors}, not with the whole suite.
 */
@NullMarked
package quaywatch.supervisors;

import org.jspecify.annotations.NullMarked;
