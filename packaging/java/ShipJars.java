import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Writes jars as a package ships them; run as a source file by the package scripts.
 *
 * <ul>
 * <li>Jars without a class are left out: some are there for Maven only.
 * <li>The native libraries of JavaFX and JNA lie beside the jars; they would be unpacked into the user's home, and stay there. JavaFX looks there
 * first, JNA is told by {@code jna.boot.library.path}.
 * <li>So do the fonts: each that JavaFX reads from a jar it copies to a temporary file first, which stays if the program is killed.
 * <li>JNA's libraries for other systems are left out.
 * <li>Beside each of the program's style sheets lies its binary form, as JavaFX reads it in place of the text, which is there for other text sizes. A
 * selector with two pseudo-classes at once would be written in another order each time.
 * <li>Class files of before Java 6 (picocli has them) are written anew: the JDK keeps none in its ahead-of-time cache, as it checks them by the
 * old verifier.
 * </ul>
 *
 * The same jars give the same bytes. Arguments: the folder to write to, JNA's name of the system, such as {@code linux-x86-64}, the time of all
 * files as ISO 8601 has it, and the class path.
 */
final class ShipJars {

    /** What javac of Java 8 wrote; nothing older has to be understood. */
    private static final int JAVA_8 = 52;
    /** From here on every class file has what the new verifier asks for. */
    private static final int JAVA_6 = 50;

    private final Path folder;
    private final String system;
    private final Instant time;
    private final ClassLoader all;
    private final ClassFile classFiles;

    private ShipJars(Path folder, String system, Instant time, ClassLoader all) {
        this.folder = folder;
        this.system = system;
        this.time = time;
        this.all = all;
        this.classFiles = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(all)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    public static void main(String[] args) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String each : args[3].split(System.getProperty("path.separator"))) {
            jars.add(Path.of(each));
        }
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        try (URLClassLoader all = new URLClassLoader(urls.toArray(URL[]::new))) {
            ShipJars ship = new ShipJars(Files.createDirectories(Path.of(args[0])), args[1], Instant.parse(args[2]), all);
            for (Path jar : jars) {
                if (hasClasses(jar)) {
                    ship.write(jar);
                    System.out.println(jar.getFileName());
                }
            }
        }
    }

    private static boolean hasClasses(Path jar) throws IOException {
        try (JarFile in = new JarFile(jar.toFile())) {
            return in.stream().anyMatch(entry -> entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class"));
        }
    }

    private void write(Path jar) throws IOException {
        Path target = folder.resolve(jar.getFileName());
        try (JarFile in = new JarFile(jar.toFile()); OutputStream file = Files.newOutputStream(target);
                JarOutputStream out = new JarOutputStream(file)) {
            for (JarEntry entry : in.stream().filter(each -> !each.isDirectory()).sorted(order()).toList()) {
                byte[] bytes = read(in, entry);
                if (isNative(entry.getName()) || isFont(entry.getName())) {
                    Files.write(folder.resolve(entry.getName().replaceAll(".*/", "")), bytes);
                } else if (!isForAnotherSystem(entry.getName())) {
                    store(out, entry.getName(), entry.getName().endsWith(".class") ? current(bytes) : bytes);
                    if (entry.getName().matches("quaywatch/css/[^/]+\\.css")) {
                        store(out, entry.getName().replaceAll("\\.css$", ".bss"), binary(bytes));
                    }
                }
            }
        }
    }

    /** Written by the JavaFX that reads it, which is on the class path of the program and not on this one. */
    private byte[] binary(byte[] sheet) throws IOException {
        Path text = Files.createTempFile("quaywatch", ".css");
        Path binary = Files.createTempFile("quaywatch", ".bss");
        try {
            Files.write(text, sheet);
            Class.forName("javafx.css.Stylesheet", true, all).getMethod("convertToBinary", File.class, File.class)
                    .invoke(null, text.toFile(), binary.toFile());
            return Files.readAllBytes(binary);
        } catch (ReflectiveOperationException e) {
            throw new IOException("this JavaFX does not write style sheets in its binary form", e);
        } finally {
            Files.delete(text);
            Files.delete(binary);
        }
    }

    /** The manifest has to be the first. */
    private static Comparator<JarEntry> order() {
        return Comparator.<JarEntry>comparingInt(entry -> entry.getName().equals(JarFile.MANIFEST_NAME) ? 0 : 1)
                .thenComparing(JarEntry::getName);
    }

    private static byte[] read(JarFile in, JarEntry entry) throws IOException {
        try (InputStream bytes = in.getInputStream(entry)) {
            return bytes.readAllBytes();
        }
    }

    /** Not compressed: the package compresses better than a jar, and this is read faster. */
    private void store(JarOutputStream out, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        JarEntry entry = new JarEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(time.atZone(ZoneOffset.UTC).toLocalDateTime());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    /** JavaFX has its libraries at the root of a jar, JNA in a folder for each system. */
    private boolean isNative(String name) {
        return name.matches("[^/]+\\.(so|dylib|dll)") || name.matches("com/sun/jna/" + system + "/[^/]+\\.(so|jnilib|dylib|dll)");
    }

    private static boolean isFont(String name) {
        return name.matches("quaywatch/fonts/[^/]+\\.(otf|ttf)");
    }

    private boolean isForAnotherSystem(String name) {
        return name.matches("com/sun/jna/[a-z0-9]+-[^/]+/.*") && !name.startsWith("com/sun/jna/" + system + "/");
    }

    private byte[] current(byte[] bytes) {
        ClassModel read = classFiles.parse(bytes);
        if (read.majorVersion() >= JAVA_6) {
            return bytes;
        }
        // Code that nobody touches is copied as it is, without what the new verifier asks for.
        CodeTransform touched = CodeBuilder::with;
        return classFiles.transformClass(read, ClassTransform.transformingMethodBodies(touched)
                .andThen(ClassTransform.endHandler(builder -> builder.withVersion(JAVA_8, 0))));
    }
}
