package quaywatch.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * A test that drives a window without a display. A method with {@link org.testfx.framework.junit5.Start} fills the stage, at most 1000x1000
 * (the size of the Headless screen); a test takes an {@link org.testfx.api.FxRobot} as parameter. An exception that nobody catches fails
 * the test. Drags do not work through the robot: fire their events at the node, as {@link GestureSmokeTest} does.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({FxExceptions.class, ApplicationExtension.class, HeadlessGestures.class})
public @interface UiTest {
}
