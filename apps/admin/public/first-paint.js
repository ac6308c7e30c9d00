// Before anything is painted, so that nobody sees the other theme flash by.
(() => {
  const theme = localStorage.getItem("wares.admin.theme");
  const dark =
    theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  const root = document.documentElement;
  root.dataset.theme = dark ? "dark" : "light";
  root.dataset.mantineColorScheme = root.dataset.theme;
  root.lang = localStorage.getItem("wares.admin.language") === "zh" ? "zh" : "en";
})();
