package quaywatch.ui.table;

/**
 * What has been typed to go to a row.
 *
 * @param text   its beginning; empty after the key that only starts
 * @param found  whether a row begins so
 */
public record Typing(String text, boolean found) {}
