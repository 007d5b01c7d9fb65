package quaywatch.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import quaywatch.control.linux.Administrator;
import quaywatch.control.linux.Installation;
import quaywatch.model.User;

/** The way to an administrator's rights, looked for when it is first asked for and then known: that reads files. Safe to use from several threads. */
final class Rights implements Supplier<Optional<Administrator>> {

    private final Supplier<Optional<User>> user;
    private @Nullable Optional<Administrator> found;

    /** @param user  who runs Quaywatch */
    Rights(Supplier<Optional<User>> user) {
        this.user = user;
    }

    /** Empty for root, who has them already. */
    @Override
    public synchronized Optional<Administrator> get() {
        if (found == null) {
            boolean root = user.get().filter(who -> who.uid() == 0).isPresent();
            found = root
                    ? Optional.empty()
                    : Shipped.jar()
                            .flatMap(jar -> Installation.ofThisMachine().administrator(jar, Path.of(System.getProperty("java.home"))));
        }
        return found;
    }
}
