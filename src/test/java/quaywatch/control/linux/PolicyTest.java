package quaywatch.control.linux;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import quaywatch.kernel.PidFd;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The policy that is installed: an action for each request of the helper, none more, each with a password each time. */
class PolicyTest {

    private static final Path FILE = Path.of("packaging/linux/" + Installation.ID + ".policy");
    private static final Endpoint END = new Endpoint(Address.v4(1), 1);

    private static Document document() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(FILE.toFile());
    }

    private static List<Element> all(Element below, String tag) {
        NodeList found = below.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast).toList();
    }

    @Test
    void eachRequestHasItsActionWithThePathAndTheFirstWord() throws Exception {
        Map<String, List<String>> actions = new LinkedHashMap<>();
        for (Element action : all(document().getDocumentElement(), "action")) {
            actions.put(action.getAttribute("id"), all(action, "annotate").stream()
                    .map(each -> each.getAttribute("key").replace("org.freedesktop.policykit.exec.", "") + "=" + each.getTextContent())
                    .toList());
        }
        String signal = new HelperRequest.Signal(2, 1, 1, PidFd.Signal.TERM).words().getFirst();
        String close = new HelperRequest.Close(END, END, 1).words().getFirst();
        assertEquals(Map.of(Installation.ID + "." + signal, List.of("path=@HELPER@", "argv1=" + signal), Installation.ID + "." + close,
                List.of("path=@HELPER@", "argv1=" + close)), actions);
    }

    @Test
    void consentIsAskedForEachTimeAndShowsTheWholeCommand() throws Exception {
        TreeSet<String> defaults = new TreeSet<>();
        for (Element action : all(document().getDocumentElement(), "action")) {
            for (String subject : List.of("allow_any", "allow_inactive", "allow_active")) {
                defaults.add(all(action, subject).getFirst().getTextContent());
            }
            assertEquals(true, all(action, "message").getFirst().getTextContent().endsWith(": $(command_line)"));
        }
        assertEquals(List.of("auth_admin"), List.copyOf(defaults));
    }
}
