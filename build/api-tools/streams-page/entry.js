import React from 'react';
import { createRoot } from 'react-dom/client';
import AsyncApiComponent from '@asyncapi/react-component/lib/esm/containers/AsyncApi/Standalone.js';
createRoot(document.getElementById('streams')).render(React.createElement(AsyncApiComponent, {schema: window.d}));
