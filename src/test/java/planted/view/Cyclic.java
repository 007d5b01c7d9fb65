package planted.view;

/** Breaks, with {@link planted.query.Back}: no cycles between packages. */
public final class Cyclic {

    planted.query.Back back = new planted.query.Back();
}
