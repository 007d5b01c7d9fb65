package quaywatch.collect.linux;

import quaywatch.model.User;

/**
 * How much of the machine a walk could see.
 *
 * @param ownUid     our effective uid; -1 where not known, as on a captured tree
 * @param hidden     processes whose descriptors we could not list
 * @param complete   whether the walk went through to the end
 * @param everyone   whether no process can be outside of what was listed: live, root, and in the first pid namespace
 */
record View(long ownUid, int hidden, boolean complete, boolean everyone) {

    private static final long ROOT = 0;

    /** Whether a socket of this user may be held by a process that is hidden from us. */
    boolean hides(User user) {
        return ownUid < 0 ? hidden > 0 : user.uid() != ownUid && (ownUid != ROOT || hidden > 0);
    }

    /** Whether a holder would have been found. */
    boolean seesAll() {
        return everyone && hidden == 0 && complete;
    }
}
