package planted.clocks;

import java.time.LocalDate;
import java.util.Random;

/** Asks the clock, throws dice, reads the environment and talks to the terminal. */
public final class Talker {
    public String talk() {
        System.out.println(System.getenv("HOME"));
        return LocalDate.now() + " " + new Random().nextInt();
    }
}
