package quaywatch.control.linux;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.kernel.Glance;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Only a loop that really runs the command is one. */
class ShellLoopTest {

    private static final Glance SERVER = new Glance(9, 1, 8, 8, "python3", false, List.of("python3", "server.py"), "/usr/bin/python3.12",
            "/");

    @ParameterizedTest
    @ValueSource(strings = {"while true; do python3 server.py; done", "while :\ndo\n  sleep 1\n  /usr/bin/python3 server.py\ndone",
            "until python3 server.py; do sleep 1; done", "for ((;;)); do exec_it=1 python3 server.py; done",
            "while true; do nohup python3 server.py & wait; done", "cd /srv && while true; do ./server.py; done",
            "while true; do if test -f stop; then break; fi; \"$@\"; done",
            "for i in 1 2; do while true; do python3 server.py; done; done"})
    void loopThatRunsTheCommandIsFound(String script) {
        assertEquals(true, ShellLoop.around(script, SERVER).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "python3 server.py", "echo 'while true; do python3 server.py; done'; python3 server.py",
            "# while true; do python3 server.py; done\npython3 server.py",
            "while ! nc -z localhost 80; do sleep 1; done; python3 server.py",
            "while true; do echo python3 server.py; done & python3 server.py", "for i in 1 2 3; do python3 server.py; done",
            "cat <<EOF\nwhile true; do\npython3 server.py\ndone\nEOF\npython3 server.py", "echo while true do python3 done",
            "done done do while",
            "while true; do python3 server.py"})
    void nothingElseIs(String script) {
        assertEquals(Optional.empty(), ShellLoop.around(script, SERVER));
    }

    @Test
    void loopIsToldOnOneLine() {
        assertEquals(Optional.of("while true; do python3 server.py done"),
                ShellLoop.around("x=1\nwhile true; do\n  python3 server.py\ndone\necho over", SERVER));
    }
}
