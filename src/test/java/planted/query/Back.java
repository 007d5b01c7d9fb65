package planted.query;

/** The way back of the planted cycle. */
public final class Back {

    planted.view.Cyclic there;

    void use(planted.view.Cyclic cyclic) {
        there = cyclic;
    }
}
