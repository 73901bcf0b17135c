/** Faults planted so that every rule of the house proves that it can fail. */
package planted;
