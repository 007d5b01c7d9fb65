package quaywatch.model;

/** The transport a socket speaks. */
public enum Protocol {
    TCP, UDP, RAW
}
