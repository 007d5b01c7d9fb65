package planted.collect.linux;

/** Breaks: OSHI only in collect.oshi. */
final class KnowsOshi {

    oshi.SystemInfo info = new oshi.SystemInfo();
}
