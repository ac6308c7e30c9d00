import "@fontsource-variable/inter/wght.css";
import "./style/app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { createQueryClient } from "./api/query-client.ts";
import { App } from "./app.tsx";
import { routes } from "./routes.tsx";
import { remembered } from "./shell/language.tsx";

const root = document.querySelector("#root");
if (!root) throw new Error("The page has no #root.");

createRoot(root).render(
  <StrictMode>
    <App client={createQueryClient()} language={remembered()}>
      <RouterProvider router={createBrowserRouter(routes, { basename: "/admin" })} />
    </App>
  </StrictMode>,
);
