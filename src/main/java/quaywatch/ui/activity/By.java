package quaywatch.ui.activity;

/** Whose layers the throughput is made of. */
enum By {
    PROCESS, SERVICE
}
