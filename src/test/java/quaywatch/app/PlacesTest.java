package quaywatch.app;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.ui.nav.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PlacesTest {

    @Test
    void namesAreThoseOfTheManualInTheOrderOfTheRail() {
        assertEquals(List.of("ports", "connections", "processes", "portmap", "activity", "history", "settings"), Places.names());
    }

    @ParameterizedTest
    @EnumSource
    void everyScreenIsFoundByItsName(Screen screen) {
        assertEquals(Optional.of(screen), Places.named(Places.names().get(screen.ordinal())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PORTS", "port_map", "port-map", "ports ", "all"})
    void nothingElseIsAScreen(String name) {
        assertEquals(Optional.empty(), Places.named(name));
    }
}
