package quaywatch.view;

import java.time.ZoneId;

import quaywatch.model.ServiceNames;
import quaywatch.text.Words;

/**
 * What it takes to put a value into words.
 *
 * @param words  the texts
 * @param names  what ports are registered for
 * @param zone   the time zone of the reader
 */
public record Wording(Words words, ServiceNames names, ZoneId zone) {}
