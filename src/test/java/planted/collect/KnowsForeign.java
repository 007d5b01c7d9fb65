package planted.collect;

/** Breaks: foreign memory only in kernel. */
final class KnowsForeign {

    java.lang.foreign.Arena arena = java.lang.foreign.Arena.global();
}
