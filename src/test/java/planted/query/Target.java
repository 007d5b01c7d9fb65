package planted.query;

/** Stands for something that the model must not know. */
public final class Target {}
