package quaywatch.kernel;

import java.util.Arrays;

/** A list of numbers that is filled again and again. Used by one thread at a time. */
public final class Numbers {

    private int[] numbers = new int[256];
    private int size;

    public void clear() {
        size = 0;
    }

    public void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    public int size() {
        return size;
    }

    /** The number at a place from 0 to {@link #size()}. */
    public int get(int index) {
        return numbers[index];
    }

    public void sort() {
        Arrays.sort(numbers, 0, size);
    }
}
