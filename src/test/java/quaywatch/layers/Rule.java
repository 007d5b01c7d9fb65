package quaywatch.layers;

import com.tngtech.archunit.lang.ArchRule;

/**
 * One rule of the architecture.
 *
 * @param name     what it is called in the test report
 * @param planted  the class under {@code planted} that breaks it and nothing else
 * @param rule     the rule
 */
record Rule(String name, String planted, ArchRule rule) {

    @Override
    public String toString() {
        return name;
    }
}
