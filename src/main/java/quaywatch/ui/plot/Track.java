package quaywatch.ui.plot;

import java.util.Arrays;

/** Layers of values over time, in arrays that are filled anew in place. Times are seconds since 1970. FX thread only. */
public final class Track {

    private final int layers;
    private double[] at = new double[256];
    private final double[][] up;
    private final double[][] down;
    private int size;

    /** @param layers  how many, the one at the axis first */
    public Track(int layers) {
        this.layers = layers;
        up = new double[layers][at.length];
        down = new double[layers][at.length];
    }

    /** Forgets all points. */
    public void begin() {
        size = 0;
    }

    /** Adds a point in which all is zero; returns its place. Points come in order of time. */
    public int point(double time) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            for (int layer = 0; layer < layers; layer++) {
                up[layer] = Arrays.copyOf(up[layer], 2 * size);
                down[layer] = Arrays.copyOf(down[layer], 2 * size);
            }
        }
        at[size] = time;
        for (int layer = 0; layer < layers; layer++) {
            up[layer][size] = 0;
            down[layer][size] = 0;
        }
        return size++;
    }

    /** Sets what stands above and below the axis; neither is negative. */
    public void set(int place, int layer, double above, double below) {
        up[layer][place] = above;
        down[layer][place] = below;
    }

    int layers() {
        return layers;
    }

    int size() {
        return size;
    }

    double at(int place) {
        return at[place];
    }

    /** Above the axis, or below it. */
    double value(boolean above, int layer, int place) {
        return (above ? up : down)[layer][place];
    }

    /** The largest sum of all layers that lies in a time. */
    double highest(boolean above, double from, double to) {
        double highest = 0;
        for (int i = 0; i < size; i++) {
            if (at[i] >= from && at[i] <= to) {
                double sum = 0;
                for (int layer = 0; layer < layers; layer++) {
                    sum += value(above, layer, i);
                }
                highest = Math.max(highest, sum);
            }
        }
        return highest;
    }
}
