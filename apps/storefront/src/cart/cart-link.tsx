import {
  createContext,
  lazy,
  type MouseEvent,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { Link, useLocation } from "react-router";
import { Icon } from "../layout/icon.tsx";
import { usePath } from "../layout/locale.ts";

const Drawer = createContext({ isOpen: false, open: () => {}, close: () => {} });
export const useCartDrawer = () => useContext(Drawer);

export const CartDrawerProvider = ({ children }: { children: ReactNode }) => {
  const [isOpen, setOpen] = useState(false);
  const value = useMemo(
    () => ({ isOpen, open: () => setOpen(true), close: () => setOpen(false) }),
    [isOpen],
  );
  return <Drawer value={value}>{children}</Drawer>;
};

/** A link to the cart's page; once scripts run it opens the drawer instead. */
export const CartLink = ({ count, label }: { count: number; label: string }) => {
  const { open } = useCartDrawer();
  const path = usePath();
  const { pathname } = useLocation();
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || pathname === path("/cart")) return;
    event.preventDefault();
    open();
  };
  return (
    <Link className="icon-button" to={path("/cart")} aria-label={label} onClick={onClick}>
      <Icon name="cart" />
      {count > 0 && (
        <span className="cart-count" aria-hidden="true">
          {count}
        </span>
      )}
    </Link>
  );
};

const CartDrawer = lazy(async () => ({ default: (await import("./cart-drawer.tsx")).CartDrawer }));

/** The drawer's code comes when it is first opened, and stays. */
export const LazyCartDrawer = () => {
  const { isOpen } = useCartDrawer();
  const [isWanted, want] = useState(false);
  useEffect(() => {
    if (isOpen) want(true);
  }, [isOpen]);
  return isWanted ? (
    <Suspense>
      <CartDrawer />
    </Suspense>
  ) : null;
};
