package planted.cycle.two;

public final class Second {
    planted.cycle.one.First first;
}
