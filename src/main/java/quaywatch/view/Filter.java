package quaywatch.view;

/**
 * The condition that a cell stands for, as the two halves that {@link quaywatch.query.QueryText} puts together.
 *
 * @param field  {@code process}
 * @param value  {@code java}, raw and without quotes
 */
public record Filter(String field, String value) {}
