package quaywatch.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** The string literals of a source file, as the compiler's parser reads them: not those in comments. */
final class SourceFile {

    private final CompilationUnitTree unit;

    private SourceFile(CompilationUnitTree unit) {
        this.unit = unit;
    }

    /** Every source file below a folder. */
    static List<SourceFile> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return parse(files.filter(file -> file.toString().endsWith(".java")).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SourceFile> parse(List<Path> files) throws IOException {
        List<JavaFileObject> objects = files.stream().<JavaFileObject>map(OnDisk::new).toList();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, objects);
        return Stream.of(task.parse()).flatMap(units -> stream(units)).map(SourceFile::new).toList();
    }

    private static <T> Stream<T> stream(Iterable<? extends T> items) {
        Stream.Builder<T> builder = Stream.builder();
        items.forEach(builder);
        return builder.build();
    }

    /** The class name of the file, without its package. */
    String name() {
        return unit.getSourceFile().getName().replaceAll(".*/|\\.java", "");
    }

    Set<String> literals() {
        return gather(unit);
    }

    /** What an argument may be, at each call of a method or constructor of this name, as far as it is spelled out in this file. */
    Set<String> arguments(String method, int index) {
        Set<String> found = new LinkedHashSet<>();
        calls((name, arguments) -> {
            if (name.equals(method) && index < arguments.size()) {
                found.addAll(values(arguments.get(index)));
            }
        });
        return found;
    }

    /** What a local variable of this name may hold. */
    Set<String> variable(String name) {
        Set<String> found = new LinkedHashSet<>();
        each(unit, tree -> {
            if (tree instanceof VariableTree variable && variable.getName().contentEquals(name) && variable.getInitializer() != null) {
                found.addAll(gather(variable.getInitializer()));
            }
        });
        return found;
    }

    /** What a method of this name may return. */
    Set<String> returned(String method) {
        Set<String> found = new LinkedHashSet<>();
        each(unit, tree -> {
            if (tree instanceof MethodTree declared && declared.getName().contentEquals(method)) {
                each(declared, inner -> {
                    if (inner instanceof ReturnTree back && back.getExpression() != null) {
                        found.addAll(gather(back.getExpression()));
                    }
                });
            }
        });
        return found;
    }

    private Set<String> values(ExpressionTree expression) {
        return switch (expression) {
            case IdentifierTree local -> variable(local.getName().toString());
            case MethodInvocationTree call when call.getMethodSelect() instanceof IdentifierTree own -> returned(own.getName().toString());
            default -> gather(expression);
        };
    }

    private static Set<String> gather(Tree from) {
        Set<String> found = new LinkedHashSet<>();
        each(from, tree -> {
            if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                found.add(text);
            }
        });
        return found;
    }

    private interface Call {
        void made(String name, List<? extends ExpressionTree> arguments);
    }

    private void calls(Call call) {
        each(unit, tree -> {
            switch (tree) {
                case MethodInvocationTree method -> call.made(name(method.getMethodSelect()), method.getArguments());
                case NewClassTree made -> call.made(name(made.getIdentifier()), made.getArguments());
                default -> {
                    // No call.
                }
            }
        });
    }

    private static String name(Tree tree) {
        return switch (tree) {
            case IdentifierTree plain -> plain.getName().toString();
            case MemberSelectTree select -> select.getIdentifier().toString();
            default -> "";
        };
    }

    private static void each(Tree from, Consumer<Tree> visit) {
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
                if (tree != null) {
                    visit.accept(tree);
                }
                return super.scan(tree, nothing);
            }
        }.scan(from, null);
    }

    private static final class OnDisk extends SimpleJavaFileObject {

        private final Path file;

        OnDisk(Path file) {
            super(URI.create("string:///" + Objects.requireNonNull(file.getFileName())), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) throws IOException {
            return Files.readString(file);
        }
    }
}
