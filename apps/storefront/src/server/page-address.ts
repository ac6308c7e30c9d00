/**
 * The address of the page itself. Scripts ask for a page's data at an address of the router's own
 * (`/zh.data`, `/_.data`), which is neither to be read nor to be sent anybody to.
 */
export const pageAddress = (request: Request): URL => {
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\/_\.data$/, "/").replace(/\.data$/, "");
  url.searchParams.delete("_routes");
  return url;
};
