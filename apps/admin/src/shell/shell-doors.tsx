import { createContext, useContext } from "react";

type Doors = Readonly<{ openPalette: () => void; openKeys: () => void }>;

/** Every page can open the palette and the list of keys. */
export const ShellDoors = createContext<Doors>({ openPalette: () => {}, openKeys: () => {} });
export const useShell = (): Doors => useContext(ShellDoors);
