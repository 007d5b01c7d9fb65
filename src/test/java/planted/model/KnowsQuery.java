package planted.model;

/** Breaks: arrows only as drawn. */
final class KnowsQuery {

    planted.query.Target target = new planted.query.Target();
}
