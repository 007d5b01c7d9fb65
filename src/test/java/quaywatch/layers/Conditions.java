package quaywatch.layers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The conditions that ArchUnit has no words for. */
final class Conditions {

    private Conditions() {}

    /** Every class uses only the layers that {@link Layers#ARROWS} allows to its own. */
    static final class FollowArrows extends ArchCondition<JavaClass> {

        private final String root;

        FollowArrows(String root) {
            super("follow the arrows");
            this.root = root;
        }

        @Override
        public void check(JavaClass user, ConditionEvents events) {
            String from = Layers.layer(root, user.getPackageName());
            if (from.isEmpty()) {
                return;
            }
            Set<String> allowed = Layers.ARROWS.getOrDefault(from, Set.of());
            if (!Layers.ARROWS.containsKey(from)) {
                events.add(SimpleConditionEvent.violated(user,
                        user.getName() + " is in " + from + ", which has no place in the architecture"));
            }
            user.getDirectDependenciesFromSelf().stream().filter(use -> use.getTargetClass().getPackageName().startsWith(root))
                    .forEach(use -> {
                        String inside = Layers.inside(root, use.getTargetClass().getPackageName());
                        String to = Layers.layer(root, use.getTargetClass().getPackageName());
                        boolean toRoot = inside.isEmpty() || inside.startsWith("app");
                        if (toRoot || !to.equals(from) && !allowed.contains(to)) {
                            events.add(SimpleConditionEvent.violated(use,
                                    from + " must not use " + (toRoot ? "app" : to) + ": " + use.getDescription()));
                        }
                    });
        }
    }

    /** A sub-package of ui uses only itself and the shared parts; the shared parts use no screen. */
    static final class KeepScreensApart extends ArchCondition<JavaClass> {

        private final String root;

        KeepScreensApart(String root) {
            super("keep screens apart");
            this.root = root;
        }

        @Override
        public void check(JavaClass user, ConditionEvents events) {
            String from = screen(user);
            if (!from.startsWith("ui.")) {
                return;
            }
            user.getDirectDependenciesFromSelf().stream().filter(use -> use.getTargetClass().getPackageName().startsWith(root + ".ui"))
                    .forEach(use -> {
                        String to = screen(use.getTargetClass());
                        if (!to.equals(from) && !Layers.UI_SHARED.contains(to)) {
                            events.add(SimpleConditionEvent.violated(use, from + " must not use " + to + ": " + use.getDescription()));
                        }
                    });
        }

        private String screen(JavaClass type) {
            return type.getPackageName().startsWith(root)
                    ? Layers.inside(root, type.getPackageName()).replaceAll("^(\\w+\\.\\w+).*", "$1")
                    : "";
        }
    }

    /** No string constant names the proc file system. Reads the class file: ArchUnit does not keep constants. */
    static final class NotNameProc extends ArchCondition<JavaClass> {

        private final String root;

        NotNameProc(String root) {
            super("not name the proc file system");
            this.root = root;
        }

        @Override
        public void check(JavaClass user, ConditionEvents events) {
            if (Layers.layer(root, user.getPackageName()).equals("kernel") || user.getSource().isEmpty()) {
                return;
            }
            try (InputStream in = user.getSource().get().getUri().toURL().openStream()) {
                for (PoolEntry entry : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
                    if (entry instanceof StringEntry text && text.stringValue().contains("/proc")) {
                        events.add(SimpleConditionEvent.violated(user, user.getName() + " holds the text \"" + text.stringValue() + "\""));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
