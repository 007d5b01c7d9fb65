package quaywatch.settings;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lines of a properties file, as {@link Properties} reads them; written sorted and without a date, so that equal settings are equal files. */
final class PropertyLines {

    private PropertyLines() {}

    /** All keys with their values; empty if the text is malformed or holds a NUL, which no text file does. */
    static Optional<SortedMap<String, String>> read(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
        SortedMap<String, String> lines = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            lines.put(key, properties.getProperty(key));
        }
        return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(lines);
    }

    static String write(SortedMap<String, String> lines) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> line : lines.entrySet()) {
            escape(line.getKey(), true, text);
            text.append(" = ");
            escape(line.getValue(), false, text);
            text.append('\n');
        }
        return text.toString();
    }

    private static void escape(String raw, boolean key, StringBuilder out) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > '~') {
                out.append("\\u").repeat('0', c < 0x10 ? 3 : c < 0x100 ? 2 : c < 0x1000 ? 1 : 0).append(Integer.toHexString(c));
            } else {
                boolean sign = c == '\\' || c == ' ' && (key || i == 0) || key && (c == '=' || c == ':' || c == '#' || c == '!');
                out.append(sign ? "\\" : "").append(c);
            }
        }
    }
}
