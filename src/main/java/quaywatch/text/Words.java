package quaywatch.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** Every text that a user reads, from the resource bundle {@code quaywatch/words.properties}. For any thread. */
public final class Words {

    private final ResourceBundle bundle;
    private final Locale locale;
    /** Reading a pattern takes longer than filling it. */
    private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

    public Words(Locale locale) {
        this.locale = latinDigits(locale);
        this.bundle = ResourceBundle.getBundle("quaywatch.words", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Ports, pids and addresses are written in these digits everywhere, so a count beside them is too. */
    private static Locale latinDigits(Locale locale) {
        return new Locale.Builder().setLanguageTag(locale.toLanguageTag()).setUnicodeLocaleKeyword("nu", "latn").build();
    }

    /** The text of a key; an unknown key is a programming error and throws {@link java.util.MissingResourceException}. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** The pattern of a key ({@link MessageFormat}) with its places filled. Pass ports and pids as text: they never take a comma. */
    public String get(String key, Object... values) {
        MessageFormat pattern = patterns.computeIfAbsent(key, _ -> new MessageFormat(bundle.getString(key), locale));
        // Filling one is not for two threads at once.
        synchronized (pattern) {
            return pattern.format(values);
        }
    }

    /** The text of an enum constant, under {@code prefix.CONSTANT}. */
    public String of(String prefix, Enum<?> constant) {
        return bundle.getString(prefix + "." + constant.name());
    }
}
