package org.safeconduct.quality;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Keeps the packages of trust, flow and desk as ARCHITECTURE.md shows them. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.safeconduct");

    private static final ArrowTable TABLE = ArrowTable.read(Repository.find());

    @Test
    void everyPackageUsesOnlyWhatItsRowAllows() {
        Set<String> broken = new TreeSet<>();
        for (JavaClass user : CLASSES) {
            for (Dependency use : user.getDirectDependenciesFromSelf()) {
                JavaClass used = use.getTargetClass().getBaseComponentType();
                if (!used.isPrimitive() && !TABLE.allows(user.getPackageName(), used.getPackageName())) {
                    broken.add(use.getDescription() + "\n      " + user.getPackageName() + " may not use "
                            + used.getPackageName() + ": pass a value in, or change the table in ARCHITECTURE.md");
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPackageHasARowAndEveryRowAPackage() {
        Set<String> packages = new TreeSet<>();
        CLASSES.forEach(one -> packages.add(one.getPackageName()));
        assertThat(packages)
                .as("packages without a row in ARCHITECTURE.md; give each a row")
                .allSatisfy(name -> assertThat(TABLE.rowOf(name)).isNotEmpty());
        assertThat(packages)
                .as("rows of ARCHITECTURE.md without a package; remove them until the package exists")
                .containsAll(TABLE.rows());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.safeconduct.(**)")
                .should()
                .beFreeOfCycles()
                .because("a knot of packages can only be read as one")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandReadsTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.safeconduct.cli..")
                .should()
                .callMethodWhere(target(nameMatching("now")).and(target(owner(nameMatching("java\\.time\\..*")))))
                .orShould()
                .callMethodWhere(target(nameMatching("system.*|tick.*"))
                        .and(target(owner(nameMatching("java\\.time\\.(Clock|InstantSource)")))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .because("the same input must give the same bytes; take the moment as a parameter")
                .check(CLASSES);
    }

    @Test
    void chanceIsPassedIn() {
        noClasses()
                .should()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .because("the same input must give the same bytes; take a seeded generator as a parameter")
                .check(CLASSES);
    }

    @Test
    void onlyAMainEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.safeconduct.cli.Main")
                .and()
                .doNotHaveFullyQualifiedName("org.safeconduct.verify.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethodWhere(
                        target(nameMatching("exit|halt")).and(target(owner(nameMatching("java\\.lang\\.Runtime")))))
                .because("a library that ends the process loses its caller's work; return an exit code or throw")
                .check(CLASSES);
    }

    @Test
    void trustAndFlowTouchNoFileAndNoNetwork() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.safeconduct.terms..",
                        "org.safeconduct.record..",
                        "org.safeconduct.verify..",
                        "org.safeconduct.flow..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..")
                .because("what must be trusted must be small; pass bytes and values in")
                .check(CLASSES);
    }
}
