package quaywatch.ui;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

import quaywatch.settings.Geometry;
import quaywatch.settings.ScreenChoice;
import quaywatch.settings.Settings;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.table.TableViewModel;
import quaywatch.view.Sort;

/** Carries what the user chose between the window and its settings: once into the window, then every change back. FX thread only. */
public final class WindowMemory {

    private final MainViewModel model;
    private final Consumer<Settings> save;
    private Settings settings;
    private boolean restoring;

    /**
     * @param settings  as they were kept; must be restored before the window is made
     * @param save      hears of each change
     */
    public WindowMemory(MainViewModel model, Settings settings, Consumer<Settings> save) {
        this.model = model;
        this.settings = settings;
        this.save = save;
        restore();
        listen();
    }

    private void restore() {
        restoring = true;
        model.preferences().show(settings);
        model.inspectorOpen().set(settings.inspectorOpen());
        model.header().saved().restore(settings.savedFilters(), settings.queryHistory());
        for (TableViewModel table : model.tables()) {
            restore(table, settings.screen(table.screen().name()));
        }
        Arrays.stream(Screen.values()).filter(screen -> screen.name().equals(settings.lastScreen())).findFirst()
                .ifPresent(model.screen()::set);
        restoring = false;
    }

    private static void restore(TableViewModel table, ScreenChoice choice) {
        if (table.columns().all().stream().anyMatch(column -> column.id().equals(choice.sortColumn()))) {
            table.sort().set(new Sort(choice.sortColumn(), choice.descending()));
        }
        table.groupings().stream().filter(grouping -> grouping.name().equals(choice.grouping())).findFirst()
                .ifPresent(table.grouping()::set);
        table.columns().restore(choice.columns());
    }

    private void listen() {
        model.preferences().listen(() -> keep(model.preferences().in(settings)));
        model.inspectorOpen().addListener((_, _, open) -> keep(settings.withInspector(settings.inspectorWidth(), open)));
        model.screen().addListener((_, _, screen) -> keep(settings.withLastScreen(screen == Screen.PORTS ? "" : screen.name())));
        model.header().saved().own().addListener((_, _, filters) -> keep(settings.withSavedFilters(filters)));
        model.header().saved().history().addListener((_, _, queries) -> keep(settings.withQueryHistory(queries)));
        for (TableViewModel table : model.tables()) {
            table.sort().addListener((_, _, _) -> keep(table));
            table.grouping().addListener((_, _, _) -> keep(table));
            table.columns().choices().addListener((_, _, _) -> keep(table));
        }
    }

    private void keep(TableViewModel table) {
        boolean ownSort = table.sort().get().equals(table.firstSort());
        boolean ownGrouping = table.grouping().get() == table.firstGrouping();
        ScreenChoice choice = ScreenChoice.NONE.withColumns(table.columns().remembered())
                .withGrouping(ownGrouping ? "" : table.grouping().get().name());
        keep(settings.withScreen(table.screen().name(),
                ownSort ? choice : choice.withSort(table.sort().get().columnId(), table.sort().get().descending())));
    }

    private void keep(Settings changed) {
        if (!restoring && !changed.equals(settings)) {
            settings = changed;
            save.accept(changed);
        }
    }

    /** Where the window was; empty at the first start. */
    public Optional<Geometry> geometry() {
        return settings.geometry();
    }

    /** Keeps where the window is. */
    public void keep(Geometry geometry) {
        keep(settings.withGeometry(geometry));
    }

    /** Puts everything back to the defaults, but the place of the window and the filters that the user keeps. */
    public void reset() {
        Settings fresh = settings.geometry().map(Settings.DEFAULTS::withGeometry).orElse(Settings.DEFAULTS)
                .withSavedFilters(settings.savedFilters()).withWelcomed(settings.welcomed());
        restoring = true;
        model.preferences().show(fresh);
        model.inspectorOpen().set(fresh.inspectorOpen());
        model.header().saved().restore(fresh.savedFilters(), fresh.queryHistory());
        model.tables().forEach(TableViewModel::reset);
        restoring = false;
        keep(fresh);
    }
}
