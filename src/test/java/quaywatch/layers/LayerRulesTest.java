package quaywatch.layers;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The rules of the architecture page hold, and each of them finds the violation planted for it. */
class LayerRulesTest {

    private static final JavaClasses MAIN = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("quaywatch");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    static List<Rule> main() {
        return Rules.of("quaywatch");
    }

    static List<Rule> planted() {
        return Rules.of("planted");
    }

    @ParameterizedTest
    @MethodSource("main")
    void theProgramFollows(Rule rule) {
        rule.rule().check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void theRuleFindsItsPlantedViolation(Rule rule) {
        EvaluationResult result = rule.rule().evaluate(PLANTED);
        boolean named = result.getFailureReport().getDetails().stream().anyMatch(line -> line.contains(rule.planted()));
        assertEquals(true, named,
                () -> rule.name() + " did not find planted." + rule.planted() + " but " + result.getFailureReport().getDetails());
    }

    @Test
    void everyPackageSaysWhatItIsForAndWhatItMayUse() {
        List<String> silent = MAIN.stream().map(type -> type.getPackageName()).distinct()
                .filter(name -> !MAIN.contain(name + ".package-info")).toList();
        assertEquals(List.of(), silent);
        assertFalse(MAIN.isEmpty());
    }
}
