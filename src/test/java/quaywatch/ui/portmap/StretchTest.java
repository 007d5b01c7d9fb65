package quaywatch.ui.portmap;

import java.util.List;

import org.junit.jupiter.api.Test;

import quaywatch.model.PortRange;

import static org.junit.jupiter.api.Assertions.assertEquals;

class StretchTest {

    @Test
    void aRunGoesUpwardsWhicheverEndCameFirst() {
        assertEquals("3000-3999", Stretch.between(3_000, 3_999, false).text());
        assertEquals("3000-3999", Stretch.between(3_999, 3_000, false).text());
        assertEquals("80", Stretch.between(80, 80, false).text());
        assertEquals(1_000, Stretch.between(3_000, 3_999, false).size());
    }

    @Test
    void aBlockIsAPieceOfEachRow() {
        Stretch block = Stretch.between(256 + 10, 3 * 256 + 5, true);
        assertEquals(List.of(new PortRange(261, 266), new PortRange(517, 522), new PortRange(773, 778)), block.ranges());
        assertEquals("261-266,517-522,773-778", block.text());
        assertEquals(18, block.size());
        assertEquals("256,512", Stretch.between(256, 512, true).text());
    }

    @Test
    void aBlockAsWideAsThePictureOrOneRowHighIsARun() {
        assertEquals(new Stretch.Run(new PortRange(0, 1_023)), Stretch.between(255, 768, true));
        assertEquals(new Stretch.Run(new PortRange(20, 25)), Stretch.between(25, 20, true));
    }
}
