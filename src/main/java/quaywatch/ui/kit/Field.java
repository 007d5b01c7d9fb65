package quaywatch.ui.kit;

import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.util.Duration;

import impl.org.controlsfx.skin.CustomTextFieldSkin;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/**
 * A text field whose caret blinks only for a while after the last key or press, as GTK's does, and then stands still. While a caret blinks the toolkit
 * computes sixty frames a second, more than all else that a window costs that only watches; and the port field has the focus at launch.
 */
public class Field extends CustomTextField {

    /** GTK's own: gtk-cursor-blink-timeout. */
    private static final Duration AWAKE = Duration.seconds(10);

    private final Duration awake;

    public Field() {
        this(AWAKE);
    }

    /** Its caret rests so long after the last key or press. */
    Field(Duration awake) {
        this.awake = awake;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new RestingSkin(this);
    }

    private static final class RestingSkin extends CustomTextFieldSkin {

        /** Null while the toolkit's own constructor runs, which starts the caret of a field that has the focus already. */
        private final @Nullable PauseTransition pause;

        RestingSkin(Field field) {
            super(field);
            pause = new PauseTransition(field.awake);
            pause.setOnFinished(_ -> super.setCaretAnimating(false));
            setCaretAnimating(true);
        }

        /** Every key, press and move of the caret asks for it anew; a move by the program in a field without focus too, where nobody sees it. */
        @Override
        public void setCaretAnimating(boolean blinking) {
            boolean seen = blinking && getSkinnable().isFocused();
            super.setCaretAnimating(seen);
            if (pause == null) {
                return;
            }
            if (seen) {
                pause.playFromStart();
            } else {
                pause.stop();
            }
        }

        @Override
        public ObjectProperty<Node> leftProperty() {
            return ((Field) getSkinnable()).leftProperty();
        }

        @Override
        public ObjectProperty<Node> rightProperty() {
            return ((Field) getSkinnable()).rightProperty();
        }
    }
}
