package dev.wingman.screening.orders;

/// Where the object of an order is looked for, once it is clear how its verb is used.
interface Search {
    /// The word that is the object, or -1.
    int in(Order order);
}
