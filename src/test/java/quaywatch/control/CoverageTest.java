package quaywatch.control;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.control.PortAnswer.TestBind;
import quaywatch.control.PortProbe.Verdict;
import quaywatch.control.Reason.Reach;
import quaywatch.model.Address;
import quaywatch.model.Owner;
import quaywatch.model.Row;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which addresses a socket takes. */
class CoverageTest {

    private static final Owner JAVA = Samples.owner(Samples.process("java", 7, Samples.ME));

    private static Coverage where(Verdict ofIpv4) {
        return new Coverage(List.of(new TestBind(Address.ANY_V4, ofIpv4, ofIpv4)));
    }

    private static Row listener(String at) {
        return Samples.listener(at, 8080, JAVA);
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, 0.0.0.0, true", "127.0.0.1, 0.0.0.0, true", "0.0.0.0, 127.0.0.1, true", "127.0.0.1, 127.0.0.1, true",
            "127.0.0.1, 10.0.0.1, false", "::1, 127.0.0.1, false", "127.0.0.1, ::1, false", "::1, ::1, true", "::1, 0.0.0.0, false",
            "::, 127.0.0.1, true", "::, ::1, true", "::1, ::, true", "10.0.0.1, ::ffff:10.0.0.1, true", "10.0.0.2, ::ffff:10.0.0.1, false"})
    void aBindMeetsWhatHasItsAddressOrAWildcardOfItsKind(String bound, String held, boolean meets) {
        assertEquals(meets, where(Verdict.IN_USE).touches(Address.parse(bound).orElseThrow(), listener(held).socket()));
    }

    @Test
    void whetherTheWildcardOfIpv6TakesIpv4TooIsToldByABindWhereTheSocketDoesNot() {
        Address loopback = Address.parse("127.0.0.1").orElseThrow();
        assertEquals(List.of(true, false), List.of(where(Verdict.IN_USE).touches(loopback, listener("::").socket()),
                where(Verdict.FREE).touches(loopback, listener("::").socket())));
    }

    @Test
    void socketsOfOneOwnerReachAsFarAsTheirWildcardsTogether() {
        assertEquals(Reach.ADDRESSES, where(Verdict.IN_USE).reach(List.of(listener("127.0.0.1"), listener("::1"))));
        assertEquals(Reach.EVERY_IPV4, where(Verdict.IN_USE).reach(List.of(listener("0.0.0.0"), listener("::1"))));
        assertEquals(Reach.EVERY_IPV6, where(Verdict.FREE).reach(List.of(listener("::"))));
        assertEquals(Reach.BOTH_FAMILIES, where(Verdict.IN_USE).reach(List.of(listener("::"))));
        assertEquals(Reach.BOTH_FAMILIES, where(Verdict.FREE).reach(List.of(listener("::"), listener("0.0.0.0"))));
    }
}
